using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unknot.Practice.Visits;

/// <summary>All that is kept about a client, to be handed out. Instants are UTC; money is in cents.</summary>
public sealed record ExportedClient
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Language { get; init; }

    public required string LetterReference { get; init; }

    public required DateOnly? LetterValidUntil { get; init; }

    public required DateTime KnownSinceUtc { get; init; }

    /// <summary>The newest first.</summary>
    public required ImmutableArray<ExportedVisit> Visits { get; init; }

    public required ImmutableArray<ExportedWaiting> WaitingList { get; init; }

    public required ImmutableArray<ExportedMessage> Messages { get; init; }
}

public sealed record ExportedVisit
{
    public required Guid Id { get; init; }

    public required DateTime StartsAtUtc { get; init; }

    public required DateTime EndsAtUtc { get; init; }

    public required string State { get; init; }

    public required string Service { get; init; }

    public required string AddOns { get; init; }

    public required string Therapist { get; init; }

    public required int PriceCents { get; init; }

    public required string ClientNote { get; init; }

    public required JsonElement? BodyMap { get; init; }

    public required string ConsentVersion { get; init; }

    public required DateTime? ConsentAtUtc { get; init; }

    public required ImmutableArray<ExportedEvent> Events { get; init; }

    public required ImmutableArray<ExportedNote> Notes { get; init; }

    public required ImmutableArray<ExportedPayment> Payments { get; init; }

    public required ImmutableArray<ExportedReceipt> Receipts { get; init; }
}

public sealed record ExportedEvent(DateTime AtUtc, string What, string Note);

public sealed record ExportedNote(
    Guid Id, Guid? Amends, string Author, DateTime SavedAtUtc, DateTime? SignedAtUtc, string Subjective, string Objective, string Assessment, string Plan, ImmutableArray<VisitFinding> Findings);

public sealed record ExportedPayment(DateOnly ReceivedOn, string Method, string Purpose, int AmountCents, string Reference, DateTime? WithdrawnAtUtc);

public sealed record ExportedReceipt(int Year, int Number, DateOnly ServiceDate, DateTime IssuedAtUtc, JsonElement Document);

public sealed record ExportedWaiting(DateOnly FirstDay, DateOnly LastDay, string State, DateTime CreatedAtUtc);

public sealed record ExportedMessage(string Subject, DateTime CreatedAtUtc, DateTime? SentAtUtc, string Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(ExportedClient))]
[JsonSerializable(typeof(string))]
internal sealed partial class ExportJson : JsonSerializerContext;
