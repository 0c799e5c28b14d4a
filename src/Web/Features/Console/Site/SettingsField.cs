namespace Unknot.Web.Features.Console.Site;

/// <summary>One field of the form.</summary>
public sealed record SettingsField(string Name, string Label, string Value, string? Trouble)
{
    public string Hint { get; init; } = "";

    /// <summary>Of HTML.</summary>
    public string Type { get; init; } = "text";

    /// <summary>One for a line, more for a text.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>Id of a list to choose from; null for none.</summary>
    public string? List { get; init; }
}
