using System.Globalization;
using System.Text;

namespace Unknot.Body.Builds;

/// <summary>The builds as the file that the browser reads: the knots of every profile, from the floor upwards.</summary>
internal static class BuildTable
{
    internal static byte[] Write()
    {
        var builds = FigureBuild.All.Select(build => string.Create(CultureInfo.InvariantCulture, $$"""
                {
                  "id": "{{build.Id}}",
                  "breadth": {{Knots(build.Shape.Breadth)}},
                  "depth": {{Knots(build.Shape.Depth)}},
                  "armShift": {{Knots(build.Shape.ArmShift)}}
                }
            """));
        var table = string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "middle": {{BuildShape.Middle}},
              "trunkEdge": {{Knots(BuildShape.TrunkEdge)}},
              "armEdge": {{Knots(BuildShape.ArmEdge)}},
              "builds": [
            {{string.Join(",\n", builds)}}
              ]
            }

            """);
        return Encoding.UTF8.GetBytes(table);
    }

    private static string Knots(Profile profile) => $"[{string.Join(", ", profile.Knots.Select(knot =>
        string.Create(CultureInfo.InvariantCulture, $"[{knot.Height}, {knot.Value}]")))}]";
}
