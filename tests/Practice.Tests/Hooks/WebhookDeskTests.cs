using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Hooks;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Hooks;

public sealed class WebhookDeskTests
{
    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [InlineData("https://hooks.example.com/unknot?x=1", true)]
    [InlineData("https://93.184.215.14/", true)]
    [InlineData("http://hooks.example.com/", false)]
    [InlineData("ftp://hooks.example.com/", false)]
    [InlineData("hooks.example.com", false)]
    [InlineData("https://me:secret@hooks.example.com/", false)]
    [InlineData("https://hooks.example.com/#part", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://LOCALHOST./", false)]
    [InlineData("https://printer/", false)]
    [InlineData("https://a.b.localhost/", false)]
    [InlineData("https://nas.local/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://10.1.2.3/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("javascript:alert(1)", false)]
    public void An_address_is_https_and_in_the_public_network(string address, bool isRight) => Assert.Equal(isRight, WebhookDesk.TroubleWith(address, new HookRules(AllowPrivate: false)) is null);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    public void Addresses_of_the_house_are_told_from_public_ones(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task One_is_made_with_a_secret_that_nobody_can_read_and_what_is_wrong_is_named(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        var secrets = new HookSecrets(new EphemeralDataProtectionProvider());
        var desk = new WebhookDesk(store.Open(), secrets, new HookRules(AllowPrivate: false), _time);

        var (none, problems) = await desk.MakeAsync("http://x", ["receipt.made"], person, CancellationToken.None);
        Assert.Null(none);
        Assert.Equal(["Address", "Events"], problems.Select(problem => problem.Field));

        var (secret, right) = await desk.MakeAsync(" https://hooks.example.com/a ", [HookEvents.Moved, HookEvents.Booked], person, CancellationToken.None);
        Assert.Empty(right);
        await using var db = store.Open();
        var hook = await db.Webhooks.SingleAsync();
        Assert.Equal(("https://hooks.example.com/a", "appointment.booked appointment.moved"), (hook.Address, hook.Events));
        Assert.DoesNotContain(secret!, hook.ProtectedSecret, StringComparison.Ordinal);
        Assert.Equal(secret, secrets.Unprotect(hook.ProtectedSecret));
        Assert.Null(new HookSecrets(new EphemeralDataProtectionProvider()).Unprotect(hook.ProtectedSecret));

        Assert.True(await desk.ChangeEventsAsync(hook.Id, [HookEvents.Cancelled], person, CancellationToken.None));
        Assert.False(await desk.ChangeEventsAsync(hook.Id, [], person, CancellationToken.None));
        Assert.True(await desk.SwitchAsync(hook.Id, on: false, person, CancellationToken.None));
        Assert.Null(await desk.TestAsync(hook.Id, person, CancellationToken.None));
        Assert.Equal(["webhook.changed", "webhook.made", "webhook.switched-off"], await db.Audit.OrderBy(entry => entry.Action).Select(entry => entry.Action).ToListAsync());
    }
}
