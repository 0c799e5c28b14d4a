namespace Unknot.Body.Output;

/// <summary>Words in a drawing, and where the middle of their base line is.</summary>
internal readonly record struct ViewLabel(string Text, float X, float Y);
