using System.Net;

namespace Unknot.Web.Shared;

/// <summary>Lets a client of a test say from which network it comes, as all of them sit on this machine.</summary>
internal sealed class OwnNetwork : IStartupFilter
{
    internal const string Header = "Test-Network";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Headers[Header] is [{ } address])
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            }

            return rest(context);
        });
        next(app);
    };
}
