using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Finds the images in a reply whose base64 is longer than the configuration allows.</summary>
internal static class ImageEdits
{
    /// <summary>Edits of a Responses reply: <c>{"type":"image_generation_call","result":"iVBO…"}</c> among its output.</summary>
    public static void ForResponse(JsonElement reply, TraceConfig config, JsonEdits edits)
    {
        if (JsonRead.TryGetArray(reply, "output"u8, out var items))
        {
            EditAll(items, "result"u8, config, edits);
        }
    }

    /// <summary>Edits of an images reply: <c>{"data":[{"b64_json":"iVBO…"}]}</c>.</summary>
    public static void ForImages(JsonElement reply, TraceConfig config, JsonEdits edits)
    {
        if (JsonRead.TryGetArray(reply, "data"u8, out var images))
        {
            EditAll(images, "b64_json"u8, config, edits);
        }
        else
        {
            Edit(reply, "b64_json"u8, config, edits); // the closing event of a stream
        }
    }

    /// <summary>An image as a data URI; its type is told by how its base64 begins.</summary>
    public static string Uri(string base64) => $"data:{TypeOf(base64)};base64,{base64}";

    private static void EditAll(JsonElement owners, ReadOnlySpan<byte> name, TraceConfig config, JsonEdits edits)
    {
        foreach (var owner in owners.EnumerateArray())
        {
            Edit(owner, name, config, edits);
        }
    }

    private static void Edit(JsonElement owner, ReadOnlySpan<byte> name, TraceConfig config, JsonEdits edits)
    {
        if (JsonRead.TryGetText(owner, name, out var data))
        {
            var uri = Uri(JsonText.Decode(data));
            var kept = InlineMedia.Shorten(config, uri);
            if (!ReferenceEquals(kept, uri))
            {
                edits.Replace(data, kept);
            }
        }
    }

    private static string TypeOf(string base64) => base64 switch
    {
        ['/', '9', 'j', '/', ..] => "image/jpeg",
        ['U', 'k', 'l', 'G', ..] => "image/webp",
        ['R', '0', 'l', 'G', ..] => "image/gif",
        _ => "image/png",
    };
}
