using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Unknot.Web.Hosting;

internal static class Pages
{
    internal static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";

            // A token against forged posts would need a cookie, and public pages set none. Posts to the console are checked before they get here (ConsoleArea).
            pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            ConsoleArea.Protect(pages.Conventions);
        }).AddMvcOptions(static mvc => mvc.ValueProviderFactories.Clear());     // pages read their form themselves and can tell a broken one

        // Keys are made when something is first signed, not at every start.
        services.AddDataProtection();
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));

        // Letters beyond ASCII stay letters; what means something in HTML is still escaped.
        return services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}
