namespace Unknot.Practice.Shared;

/// <summary>For <c>[ClassData(typeof(Engines))]</c>: the test once for each.</summary>
public sealed class Engines : TheoryData<Engine>
{
    public Engines()
    {
        Add(Engine.Sqlite);
        Add(Engine.Postgres);
    }
}
