using System.Text.Json;
using Unknot.Practice.Receipts;

namespace Unknot.Practice.Tests.Receipts;

public sealed class ReceiptDocumentTests
{
    private const string Good = """
        {"form":1,"number":"2026-0001","issuedOn":"2026-03-20","currency":"USD",
        "from":{"name":"Quiet Hands","legalName":"","address":["12 Quiet Lane"],"country":"US","phone":"1","taxId":""},
        "by":{"name":"Mara","credential":"LMT","licenceNumber":"1","licenceState":"NY","npi":""},
        "patient":"Ada","payer":"","visitOn":"2026-03-02",
        "care":[{"day":"2026-03-02","starts":"10:00:00","ends":"11:00:00","minutes":60,"description":"Massage","code":"","place":"There","chargedCents":9500,"discountCents":500,"paidCents":8000,"payments":[{"receivedOn":"2026-03-02","method":"Cash","amountCents":8000}],"balanceCents":1000}],
        "notCare":[{"receivedOn":"2026-03-02","purpose":"Tip","method":"Cash","amountCents":500}],"letterOfNecessity":null,"corrects":null}
        """;

    [Fact]
    public void What_is_written_is_read_again_the_same()
    {
        var read = ReceiptDocument.Parse(Good);

        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(Good)), read.ToJson());
        Assert.Equal((9_500, 8_000, 1_000, 500, 8_500), (read.CareChargedCents, read.CarePaidCents, read.CareBalanceCents, read.NotCareCents, read.ReceivedCents));
    }

    [Theory]
    [InlineData("\"form\":1", "\"form\":2")]
    [InlineData("\"form\":1", "\"form\":1,\"more\":1")]
    [InlineData("\"form\":1", "\"form\":1,\"form\":1")]
    [InlineData("\"form\":1,", "")]
    [InlineData("\"patient\":\"Ada\"", "\"patient\":null")]
    [InlineData("\"method\":\"Cash\"", "\"method\":\"Shells\"")]
    [InlineData("\"chargedCents\":9500", "\"chargedCents\":\"9500\"")]
    [InlineData("\"chargedCents\":9500", "\"chargedCents\":9501")]
    [InlineData("\"paidCents\":8000", "\"paidCents\":8001")]
    [InlineData("\"place\":\"There\",", "")]
    [InlineData("\"care\":[", "\"care\":null,\"x\":[")]
    [InlineData(",\"corrects\":null", "")]
    public void Anything_else_is_refused(string part, string instead)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        Assert.ThrowsAny<JsonException>(() => ReceiptDocument.Parse(Good.Replace(part, instead, StringComparison.Ordinal)));
    }
}
