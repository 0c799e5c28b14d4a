namespace Unknot.Practice.People;

/// <summary>Browser and system in a few words, so that people know their own devices in a list. What a browser says of itself proves nothing.</summary>
public static class DeviceWords
{
    /// <summary>In this order: most browsers also claim to be others.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    /// <returns>"Firefox on Windows"; "Unknown browser" when nothing is known.</returns>
    public static string Of(string? userAgent)
    {
        var browser = NameIn(userAgent, Browsers) ?? "Unknown browser";
        return NameIn(userAgent, Systems) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? NameIn(string? userAgent, (string Mark, string Name)[] names) =>
        names.FirstOrDefault(each => userAgent?.Contains(each.Mark, StringComparison.Ordinal) is true).Name;
}
