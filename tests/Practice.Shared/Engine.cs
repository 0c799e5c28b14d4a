namespace Unknot.Practice.Shared;

/// <summary>The two databases that every storage test runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
