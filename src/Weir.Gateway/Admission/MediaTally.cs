using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Admission;

/// <summary>The media parts of a request, as far as its cost can depend on them.</summary>
/// <remarks>
/// <code>
/// {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,…"}},{"type":"input_audio","input_audio":{"data":"…"}}]}]}
/// </code>
/// </remarks>
/// <param name="Tokens">The most they can have.</param>
/// <param name="InlineBytes">Bytes of the body that these stand for.</param>
/// <param name="Images">How many of them are images.</param>
/// <param name="Sounds">How many of them are sounds.</param>
/// <param name="Items">How many they are.</param>
internal readonly record struct MediaTally(long Tokens, long InlineBytes, long Images, long Sounds, long Items)
{
    // Sound at 50 tokens a second and 4 kbit/s, which is less than speech codecs go down to, has ten bytes a token.
    private const long SoundBytesPerToken = 10;

    /// <summary>Counts the parts.</summary>
    public static MediaTally Of(ModelRequest request)
    {
        // Most requests have none: a search costs less than a second reading. An escape may hide a name.
        var body = request.Body.Span;
        if (body.IndexOf("_url"u8) < 0 && body.IndexOf("input_audio"u8) < 0 && body.IndexOf("\"file"u8) < 0 && body.IndexOf("\\u"u8) < 0)
        {
            return default;
        }

        var sound = request.Value("input_audio");
        var tally = sound.IsEmpty ? default : Sound(sound.Length);
        return tally
            .Plus(Read(request.Value("messages"), partDepth: 4))
            .Plus(Read(request.Value("input"), partDepth: 4))
            .Plus(Read(request.Value("input_references"), partDepth: 2));
    }

    private MediaTally Plus(MediaTally other) => new(
        Tokens + other.Tokens, InlineBytes + other.InlineBytes, Images + other.Images, Sounds + other.Sounds, Items + other.Items);

    private static MediaTally Sound(long length) => new(length / SoundBytesPerToken, length, Images: 0, Sounds: 1, Items: 1);

    // The members of parts stand at one depth; the values of other members there are not called so.
    private static MediaTally Read(ReadOnlyMemory<byte> list, int partDepth)
    {
        var tally = default(MediaTally);
        var reader = new Utf8JsonReader(list.Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        while (!list.IsEmpty && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == partDepth)
            {
                tally = tally.Plus(ReadPart(ref reader));
            }
        }

        return tally;
    }

    private static MediaTally ReadPart(ref Utf8JsonReader reader)
    {
        var isImage = WireText.Is(reader, "image_url"u8);
        var isSound = WireText.Is(reader, "input_audio"u8);
        var isOther = WireText.Is(reader, "file"u8) || WireText.Is(reader, "video_url"u8);
        if (!isImage && !isSound && !isOther)
        {
            return default;
        }

        var start = reader.BytesConsumed;
        reader.Skip();
        var length = reader.BytesConsumed - start;
        return isImage ? new MediaTally(CostBound.ImageTokens, length, Images: 1, Sounds: 0, Items: 1)
            : isSound ? Sound(length)
            : new MediaTally(CostBound.MediaTokens, InlineBytes: 0, Images: 0, Sounds: 0, Items: 1);
    }
}
