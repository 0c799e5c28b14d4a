using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body;

/// <summary>A place on the skin.</summary>
/// <param name="Triangle">Number of the triangle in the left half's mesh that it lies in, or mirrors.</param>
/// <param name="Normal">Out of the body; length 1.</param>
internal readonly record struct SkinPlace(int Triangle, Side Side, Vector3 Position, Vector3 Normal);
