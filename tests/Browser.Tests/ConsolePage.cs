using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Unknot.Practice.People;
using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>What journeys through the console share.</summary>
internal static class ConsolePage
{
    /// <summary>Makes the owner's account by the link of the first start; afterwards the page is the console's overview.</summary>
    /// <param name="before">Done while the form is still empty.</param>
    internal static async Task SetUpAsync(SiteOnAPort site, IPage page, Func<Task>? before = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<FirstOwner>().PrepareAsync(CancellationToken.None);
        await page.GotoAsync($"/console/set-up?key={secret}");
        await (before?.Invoke() ?? Task.CompletedTask);
        await page.GetByLabel("Name").FillAsync("Olivia Owner");
        await page.GetByLabel("E-mail address").FillAsync("olivia@practice.example");
        await page.GetByLabel("Password").FillAsync(SignedInClient.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/console");
    }

    /// <summary>axe finds nothing, and nothing is wider than the screen.</summary>
    internal static async Task HasNoViolationAsync(IPage page, string where)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(result.Violations.Length == 0, $"{where}: " + string.Join("; ", result.Violations.Select(violation => $"{violation.Id} at {violation.Nodes[0].Html}")));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{where} is wider than the screen");
    }
}
