namespace Unknot.Web.Hosting;

/// <summary>What the entries of a list may be, for the description of the API; the check of a request says it in words.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowedEntriesAttribute(params string[] entries) : Attribute
{
    public IReadOnlyList<string> Entries => entries;
}
