namespace Unknot.Web.Hosting;

/// <summary>
/// Pages without the drawings that make up most of them, for browsers that fetch the texts of the atlas for a time without connection:
/// <c>?text</c> at the end of the address.
/// </summary>
internal static class TextOnly
{
    internal const string Query = "text";

    internal static bool IsWanted(HttpContext context) => context.Request.Query.ContainsKey(Query);
}
