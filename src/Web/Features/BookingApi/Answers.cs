using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.BookingApi;

/// <summary>What is answered when a time cannot be had, or what is asked cannot be done.</summary>
internal static class Answers
{
    internal static ProblemHttpResult Taken(IReadOnlyList<FreeTime> nearest) => WithNearest("This time is not free", nearest);

    internal static ProblemHttpResult OutsideHours(IReadOnlyList<FreeTime> nearest) => WithNearest("Nobody works then", nearest);

    internal static ProblemHttpResult NoSuchTime() => TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "This time is past");

    internal static ProblemHttpResult TooEarly() => TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "It has not begun");

    internal static ProblemHttpResult Closed() => TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "The practice takes no bookings at the moment");

    internal static ProblemHttpResult NotOffered() => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict, title: "This is not on offer any more", detail: "What is on offer is listed at /api/v1/services.");

    internal static ProblemHttpResult Used() => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict, title: "This key was used for a hold that is over", detail: "Make up a new UUID for each hold.");

    internal static ProblemHttpResult OtherRequest() => TypedResults.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "This key was used for another hold", detail: "Make up a new UUID for each hold.");

    internal static ProblemHttpResult TooLate(BookingOutcome.TooLate late) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "It is too late for this",
        detail: string.Create(CultureInfo.InvariantCulture, $"It could be done until {late.Hours} hours before the session. Call the practice."));

    internal static ProblemHttpResult Changed() => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict, title: "This cannot be done any more", detail: "It is cancelled, over, or was changed meanwhile. Read it again.");

    internal static ProblemHttpResult NoSuch(string kind) => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: $"No such {kind}");

    private static ProblemHttpResult WithNearest(string title, IReadOnlyList<FreeTime> nearest) => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict,
        title: title,
        detail: nearest.Count == 0 ? "Nothing is free near it." : "The nearest free times are in nearest.",
        extensions: [new("nearest", nearest.Select(free => free.Start.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToArray())]);
}
