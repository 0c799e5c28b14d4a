namespace Unknot.Practice.Views;

/// <summary>Tells programs from readers by what they call themselves. One that lies is kept off by the wait, the scroll and the day's mark.</summary>
public static class KnownBots
{
    /// <summary>Parts of User-Agents, in lower case. A browser says none of these.</summary>
    private static readonly string[] Marks =
    [
        "bot", "crawl", "spider", "slurp", "scrap", "fetch", "archiv", "preview", "prerender", "headless", "phantom", "selenium", "puppeteer", "playwright",
        "lighthouse", "pagespeed", "gtmetrix", "pingdom", "uptime", "monitor", "check", "validator", "feed", "rss", "facebookexternalhit", "facebookcatalog",
        "whatsapp", "embedly", "quora link", "mediapartners", "adsbot", "apis-google", "google-extended", "googleother", "inspectiontool", "yandex", "baidu",
        "sogou", "exabot", "ia_archiver", "teoma", "bytespider", "gptbot", "chatgpt", "claude", "anthropic", "perplexity", "ccbot", "cohere", "diffbot",
        "semrush", "ahrefs", "mj12", "dotbot", "petalbot", "dataforseo", "screaming frog", "curl", "wget", "libwww", "lwp", "httpie", "postman", "insomnia",
        "python", "aiohttp", "httpx", "requests", "scrapy", "java/", "okhttp", "apache-httpclient", "go-http-client", "node-fetch", "axios", "undici", "got (",
        "ruby", "php", "perl", "guzzle", "dart", "winhttp", "powershell", "zgrab", "masscan", "nmap", "nikto", "sqlmap",
    ];

    /// <param name="browser">The User-Agent as sent; empty is a bot.</param>
    public static bool Includes(string browser) =>
        browser.Length < 20 || Marks.Any(mark => browser.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
