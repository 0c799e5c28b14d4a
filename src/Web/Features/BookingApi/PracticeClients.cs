using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>/api/v1/practice/clients</c>: who books, for the practice's own programs. What hurts and what was found is never told here.</summary>
public static class PracticeClients
{
    private const int APage = 100;

    public sealed record Response(ImmutableArray<Entry> Clients, [property: Description("Pass it as after for the next ones; null when there are no more.")] Guid? Next);

    public sealed record Entry(Guid Id, string Name, string Email, string Phone, [property: Description("en or es.")] string Language, DateTime CreatedAt);

    internal static void Map(RouteGroupBuilder practice)
    {
        practice.MapGet("/clients", ListAsync)
            .RequireAuthorization(KeyHandler.Reading).WithTags("Practice").WithName("ListClients").WithSummary("List the clients of the practice, in the order in which they came")
            .WithDescription($"At most {APage} at a time. Those whose data was erased are left out.");
        practice.MapGet("/clients/{id:guid}", ShowAsync)
            .RequireAuthorization(KeyHandler.Reading).WithTags("Practice").WithName("ShowClient").WithSummary("Show one client").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Response>> ListAsync(
        [Description("Id of the last client that was listed.")] Guid? after, [FromServices] KeyHolder key, PracticeDb db, CancellationToken cancellation)
    {
        // Ids rise with time, so that nobody is missed or told twice while others come.
        var found = await db.Clients.AsNoTracking().Where(client => client.ErasedAtUtc == null).OrderBy(client => client.Id)
            .ToListAsync(cancellation);
        var rest = after is { } last ? [.. found.SkipWhile(client => client.Id.Value != last).Skip(1)] : found;
        await key.NoteReadAsync("clients.listed", "clients", "", cancellation);
        return TypedResults.Ok(new Response([.. rest.Take(APage).Select(EntryOf)], rest.Count > APage ? rest[APage - 1].Id.Value : null));
    }

    private static async Task<Results<Ok<Entry>, ProblemHttpResult>> ShowAsync(Guid id, [FromServices] KeyHolder key, PracticeDb db, CancellationToken cancellation)
    {
        var wanted = new ClientId(id);
        if (await db.Clients.AsNoTracking().FirstOrDefaultAsync(client => client.Id == wanted && client.ErasedAtUtc == null, cancellation) is not { } found)
        {
            return Answers.NoSuch("client");
        }

        await key.NoteReadAsync("client.seen", "client", id.ToString(), cancellation);
        return TypedResults.Ok(EntryOf(found));
    }

    private static Entry EntryOf(Client client) => new(client.Id.Value, client.Name, client.Email, client.Phone, client.Language, client.CreatedAtUtc);
}
