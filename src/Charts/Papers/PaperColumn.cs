namespace Unknot.Charts.Papers;

/// <summary>A column of a table.</summary>
/// <param name="Share">Of the width, beside those of the other columns.</param>
/// <param name="IsAmount">Amounts stand at the right.</param>
public sealed record PaperColumn(string Name, float Share, bool IsAmount = false);
