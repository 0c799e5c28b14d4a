using BenchmarkDotNet.Attributes;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Benchmarks.Inference;

/// <summary>What happens once, when the server starts.</summary>
[MemoryDiagnoser]
public class Building
{
    private readonly AtlasData atlas = AtlasData.Load();
    private readonly BodyAtlas body = BodyAtlas.Lay(AtlasData.Load(), Surface.Load());

    [Benchmark]
    public PainModel Build() => PainModel.Build(atlas, body);
}
