using System.Text.Json;
using Weir.Providers.Anthropic;

namespace Weir.Providers.Bedrock;

/// <summary>Writes cache points, as many of the last ones as a request may have.</summary>
/// <remarks><code>{"cachePoint":{"type":"default","ttl":"1h"}}</code></remarks>
internal sealed class CachePoints(int marks, bool withLifetime)
{
    private readonly CacheMarkBudget _budget = new(marks, taken: 0);

    public void Write(Utf8JsonWriter writer, CacheMark mark)
    {
        if (!_budget.Take())
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("cachePoint"u8);
        writer.WriteString("type"u8, "default"u8);
        if (withLifetime && mark.Lifetime is { } lifetime)
        {
            writer.WriteString("ttl"u8, lifetime);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
