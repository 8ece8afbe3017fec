using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>What a request for media says to one provider alone, in that provider's own words: added to its body, and to nobody else's.</summary>
/// <remarks>
/// <code>{"model":"acme/paint","prompt":"a red panda","provider":{"options":{"acme":{"guidance":3,"steps":40}}}}</code>
/// An option adds. It replaces nothing that is there already, and nothing that the API has a member of its own for: that is checked, held for and charged.
/// Source: provider preferences of the images and audio API.
/// </remarks>
internal static class ProviderOptions
{
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.Ordinal,
        "model", "models", "provider", "user", "stream", "stream_options", "partial_images", "n", "aspect_ratio", "resolution", "size", "quality", "background",
        "output_format", "output_compression", "input_references", "seed", "speed", "response_format", "input_audio", "file", "language", "temperature",
        "timestamp_granularities", "timestamp_granularities[]");

    /// <summary>A JSON body with the options of the provider that is asked.</summary>
    public static ReadOnlyMemory<byte> AddTo(ReadOnlyMemory<byte> body, UpstreamCall call)
    {
        var options = Of(call);
        if (options.IsEmpty)
        {
            return body;
        }

        var written = JsonSlices.Members(body);
        return JsonBody.Write(writer =>
        {
            written.ForEach(member => writer.WriteSlice(member.Key, member.Value));
            foreach (var (name, value) in options.Where(option => !written.Exists(member => member.Key == option.Key)))
            {
                writer.WriteSlice(name, value);
            }
        });
    }

    /// <summary>Adds them to a form, which has no numbers and no objects: texts as they are, of a list each item, the rest as JSON.</summary>
    public static void AddTo(FormBody form, UpstreamCall call)
    {
        foreach (var (name, value) in Of(call).Where(option => IsFieldName(option.Key)))
        {
            if (!value.Is('['))
            {
                AddField(form, name, value);
                continue;
            }

            JsonSlices.Items(value).ForEach(item => AddField(form, name + "[]", item));
        }
    }

    // By the endpoint's tag, else by its provider; null says nothing. Of a name given twice the last counts.
    private static ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> Of(UpstreamCall call)
    {
        var options = JsonSlices.Members(JsonSlices.Members(call.Request.Value("provider")).Find("options"));
        var entry = options.FindLast(option => Names(option, call.Endpoint.Tag));
        entry = entry.Key is null ? options.FindLast(option => Names(option, call.Endpoint.Provider.Slug)) : entry;
        var passed = call.Endpoint.Image?.PassthroughParameters;
        return
        [
            .. JsonSlices.Members(entry.Value)
                .Where(option => !Ours.Contains(option.Key) && !option.Value.Span.SequenceEqual("null"u8) && passed?.Contains(option.Key) is not false)
                .Reverse()
                .DistinctBy(option => option.Key, StringComparer.Ordinal)
                .Reverse(),
        ];
    }

    private static bool Names(KeyValuePair<string, ReadOnlyMemory<byte>> option, string name) =>
        option.Value.Is('{') && option.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    // It stands in a header of the part.
    private static bool IsFieldName(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');

    private static void AddField(FormBody form, string name, ReadOnlyMemory<byte> value)
    {
        if (value.Text() is { } text)
        {
            form.AddText(name, text);
        }
        else
        {
            form.AddBytes(name, value.Span);
        }
    }
}
