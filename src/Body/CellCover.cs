namespace Unknot.Body;

/// <summary>How much of a cell a brush has painted.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Share">Painted part of its area, above 0, at most 1.</param>
public readonly record struct CellCover(CellId Cell, float Share);
