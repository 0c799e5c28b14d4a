namespace Unknot.Body.Field;

/// <summary>
/// A cross-section of a <see cref="Loft"/>: a super-ellipse whose four half-axes may differ. Millimetres.
/// </summary>
/// <param name="At">Place along the axis.</param>
/// <param name="ShiftSide">Centre of the section to the side of the axis.</param>
/// <param name="ShiftFront">Centre of the section in front of the axis.</param>
/// <param name="Outer">Half-axis towards the side.</param>
/// <param name="Inner">Half-axis away from the side.</param>
/// <param name="Front">Half-axis towards the front.</param>
/// <param name="Back">Half-axis towards the back.</param>
/// <param name="Power">2 is an ellipse; more is boxier.</param>
internal readonly record struct Section(
    float At, float ShiftSide, float ShiftFront, float Outer, float Inner, float Front, float Back, float Power)
{
    internal const int Columns = 7;

    internal float this[int column] => column switch
    {
        0 => ShiftSide,
        1 => ShiftFront,
        2 => Outer,
        3 => Inner,
        4 => Front,
        5 => Back,
        _ => Power,
    };
}
