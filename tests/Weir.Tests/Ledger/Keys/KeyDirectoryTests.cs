using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Keys;

/// <summary>Who is let in.</summary>
public sealed class KeyDirectoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly DateOnly Today = UtcWindows.Day(Now);
    private static readonly Dictionary<KeyHash, Spend> NoUsage = [];

    private readonly KeyDirectory _keys = new();
    private readonly string _text = KeyText.New();

    [Fact]
    public void Authenticate_KnownKey_IsItsCaller()
    {
        _keys.Load([Row()], NoUsage, Today);

        Assert.Equal("one", _keys.Authenticate(_text, Now)?.Key.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk-or-v1-unknown")]
    public void Authenticate_UnknownKey_IsNobody(string text)
    {
        _keys.Load([Row()], NoUsage, Today);

        Assert.Null(_keys.Authenticate(text, Now));
        Assert.Null(_keys.Authenticate(_text + "0", Now));
    }

    [Fact]
    public void Authenticate_AnyLongText_IsNotTheKeyOfADamagedRow()
    {
        // What a row becomes whose hash cannot be read.
        _keys.Load([Row() with { Hash = default }], NoUsage, Today);

        Assert.Null(_keys.Authenticate(new string('x', 300), Now));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void Authenticate_KeyThatExpires_IsLetInUntilThen(int ticksLeft, bool expected)
    {
        _keys.Load([Row() with { ExpiresAt = Now.AddTicks(ticksLeft) }], NoUsage, Today);

        Assert.Equal(expected, _keys.Authenticate(_text, Now) is not null);
    }

    [Fact]
    public void Authenticate_DisabledKey_IsNobodyButStillFound()
    {
        _keys.Load([Row() with { Disabled = true }], NoUsage, Today);

        Assert.Null(_keys.Authenticate(_text, Now));
        Assert.NotNull(_keys.Find(KeyHash.Of(_text)));
    }

    [Fact]
    public void Load_Again_ChangesTheRowAndKeepsTheRunningSpend()
    {
        _keys.Load([Row()], NoUsage, Today);
        var before = _keys.Authenticate(_text, Now)!;
        before.Usage.Add(new Usd(5), Today);

        // The ledger was read before the charge above reached it.
        _keys.Load([Row() with { Name = "renamed" }], NoUsage, Today);
        before.Usage.Add(new Usd(7), Today);

        var after = _keys.Authenticate(_text, Now)!;
        Assert.Equal("renamed", after.Key.Name);
        Assert.Equal(new Usd(12), after.Usage.Read(Today).Total);
    }

    [Fact]
    public void Load_NewKey_StartsFromTheLedger()
    {
        var usage = new Spend(new Usd(9), new Usd(1), new Usd(2), new Usd(3));

        _keys.Load([Row()], new Dictionary<KeyHash, Spend> { [KeyHash.Of(_text)] = usage }, Today);

        Assert.Equal(usage, Assert.Single(_keys.All).Usage.Read(Today));
    }

    [Fact]
    public void Load_WithoutAKey_ForgetsIt()
    {
        _keys.Load([Row()], NoUsage, Today);

        _keys.Load([], NoUsage, Today);

        Assert.Null(_keys.Authenticate(_text, Now));
        Assert.Empty(_keys.All);
    }

    private KeyRow Row() => new()
    {
        Hash = KeyHash.Of(_text),
        Label = "label",
        Name = "one",
        Kind = KeyKind.Inference,
        WorkspaceId = Guid.Empty,
        CreatedAt = Now,
    };
}
