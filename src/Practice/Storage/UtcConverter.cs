using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Unknot.Practice.Storage;

/// <summary>Instants are UTC on the way in and say so on the way out; a local time is a bug of the caller.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => OnlyUtc(instant),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime OnlyUtc(DateTime instant) => instant.Kind is DateTimeKind.Utc
        ? instant
        : throw new ArgumentException($"Only UTC instants are stored, and {instant:O} is {instant.Kind}.", nameof(instant));
}
