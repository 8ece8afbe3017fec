using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Protocol.Primitives;

/// <summary>Money: whole nano-dollars, rounded up, digit for digit.</summary>
public sealed class UsdTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.000000001", 1)]
    [InlineData("0.0000000001", 1)]
    [InlineData("0.0000000000000000000000000001", 1)]
    [InlineData("0.0000000010000000000000000001", 2)]
    [InlineData("1.0000000000000000000000000001", 1_000_000_001)]
    [InlineData("12.345678901", 12_345_678_901)]
    [InlineData("9223372036.854775807", long.MaxValue)]
    [InlineData("-0.0000000001", 0)]
    public void FromDollars_AnyAmount_RoundsUp(string dollars, long nanos) => Assert.Equal(nanos, Usd.FromDollarsRoundedUp(decimal.Parse(dollars)).Nanos);

    [Theory]
    [InlineData("9223372036.8547758071")]
    [InlineData("10000000000")]
    [InlineData("79228162514264337593543950335")]
    public void FromDollars_TooMuch_Overflows(string dollars) =>
        Assert.Throws<OverflowException>(() => Usd.FromDollarsRoundedUp(decimal.Parse(dollars)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.000000001")]
    [InlineData(10, "0.00000001")]
    [InlineData(1_000_000_000, "1")]
    [InlineData(1_500_000_000, "1.5")]
    [InlineData(-1, "-0.000000001")]
    [InlineData(long.MaxValue, "9223372036.854775807")]
    [InlineData(long.MinValue, "-9223372036.854775808")]
    public void ToString_AnyAmount_HasNoExponentAndNoTrailingZeros(long nanos, string text)
    {
        Assert.Equal(text, new Usd(nanos).ToString());
        Assert.Equal(text, Json(new Usd(nanos)));
    }

    [Fact]
    public void Json_AnyAmount_IsReadBackExactly() =>
        Check.QuickThrowOnFailure(Prop.ForAll<long>(nanos =>
        {
            var json = Json(new Usd(nanos));
            return Read(json).Nanos == nanos && !json.Contains('E', StringComparison.Ordinal);
        }));

    [Fact]
    public void FromDollars_AnyDecimal_IsTheLeastAmountNotBelow() =>
        Check.QuickThrowOnFailure(Prop.ForAll<decimal>(dollars =>
        {
            if (Math.Abs(dollars) > 9_000_000_000m)
            {
                return true;
            }

            var (numerator, denominator) = Fraction(dollars);
            var nanos = (BigInteger)Usd.FromDollarsRoundedUp(dollars).Nanos;
            return nanos * denominator >= numerator * 1_000_000_000 && (nanos - 1) * denominator < numerator * 1_000_000_000;
        }));

    [Fact]
    public void Sum_PastTheRange_Overflows()
    {
        Assert.Throws<OverflowException>(() => new Usd(long.MaxValue) + new Usd(1));
        Assert.Throws<OverflowException>(() => new Usd(long.MinValue) - new Usd(1));
    }

    [Fact]
    public void Compare_Amounts_FollowsTheirSize()
    {
        Assert.True(new Usd(1) < new Usd(2));
        Assert.True(new Usd(2) >= new Usd(2));
        Assert.Equal([new Usd(-1), Usd.Zero, new Usd(3)], new[] { new Usd(3), new Usd(-1), Usd.Zero }.Order());
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = new BigInteger((uint)bits[0]) + (new BigInteger((uint)bits[1]) << 32) + (new BigInteger((uint)bits[2]) << 64);
        return (value < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    private static Usd Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        _ = reader.Read();
        return new UsdJsonConverter().Read(ref reader, typeof(Usd), JsonSerializerOptions.Default);
    }

    private static string Json(Usd amount)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        amount.WriteTo(writer);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
