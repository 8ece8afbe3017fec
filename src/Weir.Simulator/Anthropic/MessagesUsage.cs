using System.Text.Json;
using Weir.Simulator.Answers;

namespace Weir.Simulator.Anthropic;

/// <summary>The prompt of a request by how the cache had it, in tokens.</summary>
/// <param name="Uncached">Neither read nor written.</param>
internal sealed record MessagesUsage(int Uncached, int WrittenShort, int WrittenLong, int Read)
{
    // "usage":{"input_tokens":10,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"cache_creation":{…},"output_tokens":1,"service_tier":"standard"}
    public void WriteStart(Utf8JsonWriter json, int outputTokens)
    {
        json.WriteStartObject("usage");
        WriteInput(json);
        json.WriteStartObject("cache_creation");
        json.WriteNumber("ephemeral_5m_input_tokens", WrittenShort);
        json.WriteNumber("ephemeral_1h_input_tokens", WrittenLong);
        json.WriteEndObject();
        json.WriteNumber("output_tokens", outputTokens);
        json.WriteString("service_tier", "standard");
        json.WriteEndObject();
    }

    /// <summary>With what the whole answer came to.</summary>
    public void WriteEnd(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject("usage");
        WriteInput(json);
        json.WriteNumber("output_tokens", answer.CompletionTokens);
        json.WriteStartObject("output_tokens_details");
        json.WriteNumber("thinking_tokens", answer.ReasoningTokens);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteInput(Utf8JsonWriter json)
    {
        json.WriteNumber("input_tokens", Uncached);
        json.WriteNumber("cache_creation_input_tokens", WrittenShort + WrittenLong);
        json.WriteNumber("cache_read_input_tokens", Read);
    }
}
