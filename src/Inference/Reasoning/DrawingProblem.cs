namespace Unknot.Inference.Reasoning;

/// <summary>Why a drawing cannot be used, in words for whoever made it.</summary>
/// <param name="Place">The list and the entry in it, counted from 0: <c>regions[2]</c>, <c>painFree[0]</c>; empty for the whole drawing.</param>
/// <param name="What">What is wrong and what is allowed.</param>
public readonly record struct DrawingProblem(string Place, string What)
{
    public override string ToString() => Place.Length == 0 ? What : $"{Place}: {What}";
}
