using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>An image that the model made; it comes whole.</summary>
/// <remarks>
/// <code>
/// {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO…"}}
/// {"id":"ig_…","type":"image_generation_call","result":"iVBO…","status":"completed"}
/// </code>
/// </remarks>
internal sealed class ImageItem
{
    private readonly JoinedText _result;
    private OutputItem? _item;

    private ImageItem(OutputBudget budget) => _result = new JoinedText(budget);

    /// <summary>Tells an image from its beginning to its end; one without an address is nothing to tell.</summary>
    public static void Write(JsonElement image, OutputItems items)
    {
        if (image.FindObject("image_url"u8)?.FindFilled("url"u8) is not { } url)
        {
            return;
        }

        var made = new ImageItem(items.Budget);
        made._item = items.Open(ItemIds.Image(), made.WriteMembers, made.Complete);
        made._item.Tell("response.image_generation_call.in_progress"u8, _ => { });
        made._result.AddRaw(Base64Of(url.RawText()));
        made._item.Close(OutputItem.Completed);
    }

    private void Complete() => _item!.Tell("response.image_generation_call.completed"u8, _ => { });

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "image_generation_call"u8);
        if (_result.IsEmpty)
        {
            writer.WriteNull("result"u8);
            return;
        }

        _result.Write(writer, "result"u8);
    }

    // The data alone, without "data:image/png;base64,"; the address of an image elsewhere stays one.
    private static ReadOnlySpan<byte> Base64Of(ReadOnlySpan<byte> url)
    {
        var comma = url.IndexOf((byte)',');
        return url.StartsWith("data:"u8) && comma >= 0 ? url[(comma + 1)..] : url;
    }
}
