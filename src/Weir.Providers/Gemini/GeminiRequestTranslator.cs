using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes the body of a <c>generateContent</c> call.</summary>
internal static class GeminiRequestTranslator
{
    // Gemini's own members, which callers give in either spelling; anything else unknown would be refused there.
    private static readonly (string Name, string Alias)[] Native = [("safetySettings", "safety_settings"), ("cachedContent", "cached_content")];

    /// <exception cref="TranslationException">Gemini has no words for something in the request.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        using var document = WireDocument.Parse(call.Request.Body);
        var parameters = new RequestParameters(document.RootElement, GeminiParameters.All, call);
        var model = new GeminiModel(call.Endpoint.UpstreamModel);
        var buffer = new ArrayBufferWriter<byte>(call.Request.Body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        new GeminiMessageTranslator(writer, model).Write(parameters.Root.Items("messages"));
        GeminiToolTranslator.Write(writer, parameters);
        writer.WriteStartObject("generationConfig"u8);
        GeminiConfigTranslator.Write(writer, parameters, model);
        writer.WriteEndObject();
        WriteNative(writer, parameters.Root);
        WriteServiceTier(writer, parameters.Root);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteNative(Utf8JsonWriter writer, JsonElement root)
    {
        foreach (var (name, alias) in Native)
        {
            if (root.TryMember(name, out var value) || root.TryMember(alias, out value))
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }
        }
    }

    private static void WriteServiceTier(Utf8JsonWriter writer, JsonElement root)
    {
        var tier = root.Text("service_tier") switch
        {
            "flex" => "flex",
            "priority" or "fast" => "priority",
            "default" => "standard",
            _ => null,
        };
        if (tier is not null)
        {
            writer.WriteString("serviceTier"u8, tier);
        }
    }
}
