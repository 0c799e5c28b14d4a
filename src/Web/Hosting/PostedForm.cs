namespace Unknot.Web.Hosting;

/// <summary>The form that a page was sent.</summary>
internal static class PostedForm
{
    /// <returns>Null when it is none, or a broken one.</returns>
    internal static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
