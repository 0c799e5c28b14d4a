namespace Unknot.Practice.Slots;

/// <summary>A case that cannot be used; the message names the place and what is allowed there.</summary>
public sealed class SlotCaseException : Exception
{
    public SlotCaseException()
    {
    }

    public SlotCaseException(string message)
        : base(message)
    {
    }

    public SlotCaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
