namespace Unknot.Inference.Network;

/// <summary>An active parent sets the child off with this probability, independently of everything else.</summary>
/// <param name="Parent">Index of a node.</param>
/// <param name="Child">Index of another node.</param>
/// <param name="Strength">Above 0, at most 1.</param>
internal readonly record struct Edge(int Parent, int Child, double Strength);
