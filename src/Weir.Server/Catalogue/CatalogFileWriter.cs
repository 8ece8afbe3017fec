using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue;

/// <summary>Writes a file of the catalogue so that its reader gives back the same; members in a fixed order, for comparing two files.</summary>
internal static class CatalogFileWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's content; its providers are not written, for an imported file has none.</summary>
    public static byte[] Write(CatalogFile file)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            WriteDay(writer, "as_of", file.AsOf);
            WriteText(writer, "source", file.Source);
            writer.WriteStartObject("models");
            foreach (var model in file.Models)
            {
                writer.WritePropertyName(model.Slug);
                WriteModel(writer, model);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>One model as it stands in a file; equal texts are equal models.</summary>
    public static string WriteModel(ModelConfiguration model)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteModel(writer, model);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteModel(Utf8JsonWriter writer, ModelConfiguration model)
    {
        writer.WriteStartObject();
        WriteText(writer, "canonical_slug", model.Permaslug);
        writer.WriteString("name", model.Name);
        WriteText(writer, "description", model.Card.Description.Length == 0 ? null : model.Card.Description);
        WriteDay(writer, "created", model.Created is { } created ? DateOnly.FromDateTime(created.UtcDateTime) : null);
        WriteCard(writer, model.Card);
        writer.WriteNumber("context_length", model.ContextLength);
        WriteTexts(writer, "input_modalities", model.InputModalities);
        WriteTexts(writer, "output_modalities", model.OutputModalities);
        writer.WriteString("tokenizer", model.Tokenizer);
        writer.WriteStartArray("endpoints");
        foreach (var endpoint in model.Endpoints)
        {
            WriteEndpoint(writer, endpoint);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter writer, ModelCard card)
    {
        WriteText(writer, "hugging_face_id", card.HuggingFaceId);
        WriteDay(writer, "knowledge_cutoff", card.KnowledgeCutoff);
        WriteDay(writer, "expiration_date", card.ExpirationDate);
        WriteText(writer, "family", card.Family);
        if (!card.Voices.IsEmpty)
        {
            WriteTexts(writer, "supported_voices", card.Voices);
        }

        if (card.Reasoning is not null)
        {
            // What a document says of it is that it is there.
            writer.WriteStartObject("reasoning");
            writer.WriteEndObject();
        }
    }

    private static void WriteEndpoint(Utf8JsonWriter writer, EndpointConfiguration endpoint)
    {
        writer.WriteStartObject();
        writer.WriteString("provider", endpoint.Provider);
        writer.WriteString("upstream_model", endpoint.UpstreamModel);
        WriteCount(writer, "context_length", endpoint.ContextLength);
        WriteCount(writer, "max_prompt_tokens", endpoint.MaxPromptTokens);
        WriteCount(writer, "max_completion_tokens", endpoint.MaxCompletionTokens);
        WriteText(writer, "quantization", endpoint.Quantization);
        if (endpoint.SupportedParameters is { } parameters)
        {
            WriteTexts(writer, "supported_parameters", [.. parameters.Order(StringComparer.Ordinal)]);
        }

        WriteFlag(writer, "is_moderated", endpoint.IsModerated);
        WriteFlag(writer, "supports_implicit_caching", endpoint.SupportsImplicitCaching);
        writer.WriteStartObject("pricing");
        WritePrice(writer, endpoint.Price);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePrice(Utf8JsonWriter writer, Price price)
    {
        WriteMoney(writer, "prompt", price.Prompt);
        WriteMoney(writer, "completion", price.Completion);
        WriteMoney(writer, "request", price.Request == 0 ? null : price.Request);
        WriteMoney(writer, "internal_reasoning", price.InternalReasoning);
        WriteMoney(writer, "input_cache_read", price.InputCacheRead);
        WriteMoney(writer, "input_cache_write", price.InputCacheWrite);
        WriteMoney(writer, "input_cache_write_1h", price.InputCacheWriteHour);
        WriteMoney(writer, "image", price.Image);
        WriteMoney(writer, "image_token", price.ImageToken);
        WriteMoney(writer, "image_output", price.ImageOutput);
        WriteMoney(writer, "audio", price.Audio);
        WriteMoney(writer, "audio_output", price.AudioOutput);
        WriteMoney(writer, "input_audio_cache", price.InputAudioCache);
        WriteMoney(writer, "second", price.Second);
        WriteMoney(writer, "character", price.Character);
        WriteMoney(writer, "search", price.Search);
        WriteMoney(writer, "web_search", price.WebSearch);
        if (!price.Overrides.IsEmpty)
        {
            writer.WriteStartArray("overrides");
            foreach (var one in price.Overrides)
            {
                WriteOverride(writer, one);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteOverride(Utf8JsonWriter writer, PriceOverride one)
    {
        writer.WriteStartObject();
        if (one.MinPromptTokens is { } least)
        {
            writer.WriteNumber("min_prompt_tokens", least);
        }

        if (one.Hours is { } hours)
        {
            writer.WriteNumber("utc_start", hours.Start);
            writer.WriteNumber("utc_end", hours.End);
        }

        WriteMoney(writer, "prompt", one.Prompt);
        WriteMoney(writer, "completion", one.Completion);
        WriteMoney(writer, "input_cache_read", one.InputCacheRead);
        WriteMoney(writer, "input_cache_write", one.InputCacheWrite);
        WriteMoney(writer, "input_cache_write_1h", one.InputCacheWriteHour);
        WriteMoney(writer, "audio", one.Audio);
        WriteMoney(writer, "input_audio_cache", one.InputAudioCache);
        writer.WriteEndObject();
    }

    // Decimals have no exponent in text; zeros at the end say nothing.
    private static void WriteMoney(Utf8JsonWriter writer, string name, decimal? price) =>
        WriteText(writer, name, price?.ToString("0.############################", CultureInfo.InvariantCulture));

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    // False is what is read where nothing stands.
    private static void WriteFlag(Utf8JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private static void WriteDay(Utf8JsonWriter writer, string name, DateOnly? day) => WriteText(writer, name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void WriteCount(Utf8JsonWriter writer, string name, int? count)
    {
        if (count is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
