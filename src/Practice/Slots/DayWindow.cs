namespace Unknot.Practice.Slots;

/// <summary>Part of a day on the wall clock. One that does not end after its start stands for nothing.</summary>
/// <param name="Start">Minutes from midnight, 0 … 1439.</param>
/// <param name="End">Minutes from midnight, 0 … 1440; 1440 is the midnight at the end of the day.</param>
public readonly record struct DayWindow(int Start, int End)
{
    /// <summary>So many minutes a wall clock shows in a day, whatever the sun does.</summary>
    public const int MinutesOfDay = 24 * 60;
}
