namespace Unknot.Bench.Browser.Strokes;

/// <summary>From the end of one stroke to its ranking on the screen, milliseconds, and where they went.</summary>
/// <param name="Total">From the pointer's release to the picture that shows the new ranking.</param>
/// <param name="Before">Until the page asked.</param>
/// <param name="Server">From the request to the first byte of the answer.</param>
/// <param name="Transfer">All else on the way.</param>
/// <param name="After">From the answer's last byte to the picture.</param>
/// <param name="Bytes">Of the answer on the way, its head included.</param>
internal sealed record StrokeTime(double Total, double Before, double Server, double Transfer, double After, double Bytes);
