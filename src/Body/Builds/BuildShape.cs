namespace Unknot.Body.Builds;

/// <summary>What sets a build apart from the neutral figure, by height above the floor.</summary>
/// <param name="Breadth">Of trunk and thighs beside that of the neutral figure: 1 = the same.</param>
/// <param name="Depth">Of the trunk from front to back beside that of the neutral figure: 1 = the same.</param>
/// <param name="ArmShift">How far the arms stand farther out, in millimetres; they keep their thickness.</param>
internal sealed record BuildShape(Profile Breadth, Profile Depth, Profile ArmShift);
