using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.Protocol.Primitives;

/// <summary>An amount of US dollars as a whole number of nano-dollars, so that sums are exact.</summary>
/// <param name="Nanos">Billionths of a US dollar; below zero for what is taken away.</param>
/// <remarks>Range: about ±9.2 billion dollars. Never passes through a binary floating-point number.</remarks>
[JsonConverter(typeof(UsdJsonConverter))]
public readonly record struct Usd(long Nanos) : IComparable<Usd>
{
    private const decimal NanosPerDollar = 1_000_000_000m;

    /// <summary>No money.</summary>
    public static Usd Zero => default;

    /// <summary>Rounds up to the next nano-dollar: a charge is never below what was used.</summary>
    /// <exception cref="OverflowException">The amount exceeds 9.2 billion dollars.</exception>
    public static Usd FromDollarsRoundedUp(decimal dollars) => new((long)decimal.Ceiling(dollars * NanosPerDollar));

    /// <summary>US dollars, exact.</summary>
    public decimal ToDollars() => Nanos / NanosPerDollar;

    /// <summary>Decimal text without exponent and without trailing zeros: <c>0.000123</c>.</summary>
    public override string ToString() => ToDollars().ToString("0.#########", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(Usd other) => Nanos.CompareTo(other.Nanos);

    /// <summary>Writes the amount as a JSON number, digit for digit.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        Span<byte> digits = stackalloc byte[32];
        _ = ToDollars().TryFormat(digits, out var written, "0.#########", CultureInfo.InvariantCulture);
        writer.WriteRawValue(digits[..written], skipInputValidation: true);
    }

    /// <summary>The sum of both, exact.</summary>
    /// <exception cref="OverflowException">The amount exceeds 9.2 billion dollars.</exception>
    public static Usd operator +(Usd left, Usd right) => new(checked(left.Nanos + right.Nanos));

    /// <summary>What is left of one amount without the other, exact; below zero when that is larger.</summary>
    /// <exception cref="OverflowException">The amount exceeds 9.2 billion dollars.</exception>
    public static Usd operator -(Usd left, Usd right) => new(checked(left.Nanos - right.Nanos));

    /// <summary>Whether one amount is smaller than the other, to the nano-dollar.</summary>
    public static bool operator <(Usd left, Usd right) => left.Nanos < right.Nanos;

    /// <summary>Whether one amount is larger than the other, to the nano-dollar.</summary>
    public static bool operator >(Usd left, Usd right) => left.Nanos > right.Nanos;

    /// <summary>Whether one amount is not larger than the other, to the nano-dollar.</summary>
    public static bool operator <=(Usd left, Usd right) => left.Nanos <= right.Nanos;

    /// <summary>Whether one amount is not smaller than the other, to the nano-dollar.</summary>
    public static bool operator >=(Usd left, Usd right) => left.Nanos >= right.Nanos;

    /// <summary>The sum of both, for languages without operators.</summary>
    /// <exception cref="OverflowException">The amount exceeds 9.2 billion dollars.</exception>
    public static Usd Add(Usd left, Usd right) => left + right;

    /// <summary>What is left of one amount without the other, for languages without operators.</summary>
    /// <exception cref="OverflowException">The amount exceeds 9.2 billion dollars.</exception>
    public static Usd Subtract(Usd left, Usd right) => left - right;
}
