using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.Protocol.Primitives;

/// <summary>Reads and writes <see cref="Usd"/> as a JSON number of dollars without a double in between.</summary>
public sealed class UsdJsonConverter : JsonConverter<Usd>
{
    /// <inheritdoc/>
    public override Usd Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Usd.FromDollarsRoundedUp(reader.GetDecimal());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Usd value, JsonSerializerOptions options) => value.WriteTo(writer);
}
