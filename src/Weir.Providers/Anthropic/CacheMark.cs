using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>A point up to which the prompt is to be cached.</summary>
/// <param name="Lifetime"><c>5m</c> or <c>1h</c>; null: the upstream's default.</param>
internal sealed record CacheMark(string? Lifetime)
{
    /// <summary>The mark on a part, a message, a tool or the request; null when there is none.</summary>
    /// <remarks><code>{"cache_control":{"type":"ephemeral","ttl":"1h"}}   {"prompt_cache_breakpoint":{"mode":"explicit"}}</code></remarks>
    public static CacheMark? Of(JsonElement holder)
    {
        if (holder.FindObject("cache_control") is { } control)
        {
            return new CacheMark(control.Text("ttl"));
        }

        return holder.FindObject("prompt_cache_breakpoint") is null ? null : new CacheMark(Lifetime: null);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("cache_control"u8);
        writer.WriteString("type"u8, "ephemeral"u8);
        if (Lifetime is not null)
        {
            writer.WriteString("ttl"u8, Lifetime);
        }

        writer.WriteEndObject();
    }
}
