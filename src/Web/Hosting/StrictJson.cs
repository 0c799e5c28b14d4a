using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unknot.Web.Features.BookingApi;
using Unknot.Web.Features.Chart;
using Unknot.Web.Features.Finder;
using Unknot.Web.Features.Muscles;
using Unknot.Web.Features.Points;
using Unknot.Web.Features.Regions;
using Unknot.Web.Features.Vocabulary;

namespace Unknot.Web.Hosting;

/// <summary>JSON in and out: unknown, repeated and null fields, and numbers written as text, are refused.</summary>
internal static class StrictJson
{
    internal static IServiceCollection AddStrictJson(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            options.PropertyNameCaseInsensitive = false;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.AllowDuplicateProperties = false;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.TypeInfoResolverChain.Insert(0, WebJson.Default);
        })
        .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
}

/// <summary>Every message of the API, read and written by generated code.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PrintMap.Request), TypeInfoPropertyName = "Map")]
[JsonSerializable(typeof(TracePain.Request))]
[JsonSerializable(typeof(TracePain.Response), TypeInfoPropertyName = "Trace")]
[JsonSerializable(typeof(UnderstandWords.Request), TypeInfoPropertyName = "Said")]
[JsonSerializable(typeof(UnderstandWords.Response), TypeInfoPropertyName = "Understood")]
[JsonSerializable(typeof(ListRegions.Response), TypeInfoPropertyName = "Regions")]
[JsonSerializable(typeof(ShowRegion.Response), TypeInfoPropertyName = "Region")]
[JsonSerializable(typeof(ListPoints.Response), TypeInfoPropertyName = "Points")]
[JsonSerializable(typeof(ShowPoint.Response), TypeInfoPropertyName = "Point")]
[JsonSerializable(typeof(ShowZone.Response), TypeInfoPropertyName = "Zone")]
[JsonSerializable(typeof(ListQuestions.Response), TypeInfoPropertyName = "Questions")]
[JsonSerializable(typeof(ListSymptoms.Response), TypeInfoPropertyName = "Symptoms")]
[JsonSerializable(typeof(ListCauses.Response), TypeInfoPropertyName = "Causes")]
[JsonSerializable(typeof(ListMuscles.Response), TypeInfoPropertyName = "Muscles")]
[JsonSerializable(typeof(ShowMuscle.Response), TypeInfoPropertyName = "Muscle")]
[JsonSerializable(typeof(DrawMuscles.Response), TypeInfoPropertyName = "Figures")]
[JsonSerializable(typeof(BundleMuscles.Response), TypeInfoPropertyName = "Bundle")]
[JsonSerializable(typeof(ImmutableArray<ShowMuscle.Response>), TypeInfoPropertyName = "AllMuscles")]
[JsonSerializable(typeof(ImmutableArray<DrawMuscle.Response>), TypeInfoPropertyName = "AllFigures")]
[JsonSerializable(typeof(ListFallback.Response), TypeInfoPropertyName = "Fallback")]
[JsonSerializable(typeof(DrawMuscle.Response), TypeInfoPropertyName = "Figure")]
[JsonSerializable(typeof(ListServices.Response), TypeInfoPropertyName = "Services")]
[JsonSerializable(typeof(ListSlots.Response), TypeInfoPropertyName = "Slots")]
[JsonSerializable(typeof(HoldTime.Request), TypeInfoPropertyName = "HoldWanted")]
[JsonSerializable(typeof(HoldTime.Response), TypeInfoPropertyName = "Held")]
[JsonSerializable(typeof(Sessions.BookRequest), TypeInfoPropertyName = "SessionWanted")]
[JsonSerializable(typeof(Sessions.MoveRequest), TypeInfoPropertyName = "SessionMove")]
[JsonSerializable(typeof(Sessions.Response), TypeInfoPropertyName = "Session")]
[JsonSerializable(typeof(ImmutableArray<PracticeAppointments.Entry>), TypeInfoPropertyName = "AppointmentEntries")]
[JsonSerializable(typeof(ImmutableArray<PracticeClients.Entry>), TypeInfoPropertyName = "ClientEntries")]
[JsonSerializable(typeof(ImmutableArray<PracticeReceipts.Entry>), TypeInfoPropertyName = "ReceiptEntries")]
[JsonSerializable(typeof(PracticeAppointments.Response), TypeInfoPropertyName = "Appointments")]
[JsonSerializable(typeof(PracticeAppointments.Entry), TypeInfoPropertyName = "Appointment")]
[JsonSerializable(typeof(PracticeAppointments.BookRequest), TypeInfoPropertyName = "AppointmentWanted")]
[JsonSerializable(typeof(PracticeAppointments.MoveRequest), TypeInfoPropertyName = "AppointmentMove")]
[JsonSerializable(typeof(PracticeAppointments.ChangeRequest), TypeInfoPropertyName = "AppointmentChange")]
[JsonSerializable(typeof(PracticeClients.Response), TypeInfoPropertyName = "Clients")]
[JsonSerializable(typeof(PracticeClients.Entry), TypeInfoPropertyName = "Client")]
[JsonSerializable(typeof(PracticeReceipts.Response), TypeInfoPropertyName = "Receipts")]
[JsonSerializable(typeof(PracticeReceipts.Entry), TypeInfoPropertyName = "Receipt")]
[JsonSerializable(typeof(PracticeReceipts.Whole), TypeInfoPropertyName = "WholeReceipt")]
[JsonSerializable(typeof(PracticeReceipts.PaymentRequest), TypeInfoPropertyName = "Payment")]
[JsonSerializable(typeof(PracticeReceipts.PaymentAnswer), TypeInfoPropertyName = "PaymentMade")]
internal sealed partial class WebJson : JsonSerializerContext;
