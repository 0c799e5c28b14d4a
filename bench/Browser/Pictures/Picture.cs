using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Pictures;

/// <summary>A picture of the documentation.</summary>
/// <param name="Name">Of the file, without what tells light from dark.</param>
/// <param name="Width">Of the page, in its own pixels.</param>
/// <param name="Height">Of the page, in its own pixels.</param>
/// <param name="Show">Brings the page to what the picture shows.</param>
internal sealed record Picture(string Name, int Width, int Height, Func<IPage, Task> Show);
