using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Translates pictures, documents, films and sounds of one request: in base64, or by where they lie in S3. Bedrock fetches nothing else.</summary>
/// <remarks>
/// <code>
/// {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO…"}}   {"image":{"format":"png","source":{"bytes":"iVBO…"}}}
/// {"type":"video_url","video_url":{"url":"s3://films/a.mp4"}}              {"video":{"format":"mp4","source":{"s3Location":{"uri":"s3://films/a.mp4"}}}}
/// </code>
/// </remarks>
internal sealed class ConverseMediaTranslator
{
    public const string DocumentKind = "document";

    private const int LongestName = 200;
    private const string ImageKind = "image";
    private const string VideoKind = "video";

    private static readonly FrozenDictionary<string, string> ImageFormats =
        Formats("image/png png", "image/jpeg jpeg", "image/jpg jpeg", "image/gif gif", "image/webp webp");

    private static readonly FrozenDictionary<string, string> VideoFormats = Formats(
        "video/mp4 mp4", "video/quicktime mov", "video/mov mov", "video/x-matroska mkv", "video/webm webm", "video/x-flv flv",
        "video/mpeg mpeg", "video/mpg mpg", "video/x-ms-wmv wmv", "video/wmv wmv", "video/3gpp three_gp");

    private static readonly FrozenDictionary<string, string> DocumentFormats = Formats(
        "application/pdf pdf", "text/csv csv", "text/html html", "text/markdown md", "text/plain txt", "application/json txt", "application/xml txt",
        "application/msword doc", "application/vnd.openxmlformats-officedocument.wordprocessingml.document docx",
        "application/vnd.ms-excel xls", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx");

    private static readonly FrozenSet<string> AudioFormats = FrozenSet.Create(
        StringComparer.Ordinal, "mp3", "opus", "wav", "aac", "flac", "mp4", "ogg", "mkv", "m4a", "mpeg", "webm");

    // Two documents of a request may not have the same name. Bounded by the request's own length.
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public static ConverseBlock Image(JsonElement part, string place) =>
        OfUrl(ImageKind, part.Member("image_url").Member("url"), $"{place}.image_url.url", ImageFormats);

    public static ConverseBlock Video(JsonElement part, string place) =>
        OfUrl(VideoKind, part.Member("video_url").Member("url"), $"{place}.video_url.url", VideoFormats);

    public static ConverseBlock Audio(JsonElement part, string place)
    {
        var audio = part.Member("input_audio");
        var data = audio.Member("data");
        return audio.Text("format") is { } format && AudioFormats.Contains(format) && !data.Utf8().IsEmpty
            ? new ConverseBlock("audio", writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("format"u8, format);
                writer.WriteStartObject("source"u8);
                writer.WriteString("bytes"u8, data.Utf8());
                writer.WriteEndObject();
                writer.WriteEndObject();
            })
            : throw new TranslationException(
                $"{place}.input_audio needs 'data' in base64 and a 'format' that the bedrock dialect takes: {List(AudioFormats)}.");
    }

    public ConverseBlock File(JsonElement part, string place)
    {
        var file = part.Member("file");
        var data = file.Member("file_data");
        var name = file.Text("filename");
        if (data.Utf8().IsEmpty)
        {
            throw new TranslationException(file.TryMember("file_id", out _)
                ? $"{place}.file.file_id cannot be said in the bedrock dialect; send the file itself as 'file_data', a data URL or an s3:// address."
                : $"{place}.file.file_data is missing; send a data URL or an s3:// address.");
        }

        var at = $"{place}.file.file_data";
        var type = TypeOf(data, name, at);
        if (ImageFormats.TryGetValue(type, out var picture))
        {
            return Block(ImageKind, picture, data, null);
        }

        if (VideoFormats.TryGetValue(type, out var film))
        {
            return Block(VideoKind, film, data, null);
        }

        var format = DocumentFormats.GetValueOrDefault(type) ?? (type.StartsWith("text/", StringComparison.Ordinal) ? "txt" : null);
        if (format is null)
        {
            throw Unsupported(at, type, DocumentFormats);
        }

        var title = NameOf(name);
        return Block(DocumentKind, format, data, title) with { Name = title };
    }

    private static ConverseBlock OfUrl(string kind, JsonElement url, string place, FrozenDictionary<string, string> formats)
    {
        if (url.Utf8().IsEmpty)
        {
            throw new TranslationException($"{place} is missing; send a data URL or an s3:// address.");
        }

        var type = TypeOf(url, null, place);
        return formats.TryGetValue(type, out var format) ? Block(kind, format, url, null) : throw Unsupported(place, type, formats);
    }

    // What a data URL says it is, else what the ending of a name suggests.
    private static string TypeOf(JsonElement url, string? name, string place)
    {
        if (DataUrl.Read(url) is { } data)
        {
            var said = data.MediaType;
            return said is "" or "application/octet-stream" ? MediaTypes.OfName(name) ?? said : said;
        }

        var address = url.Text()!;
        return address.StartsWith("s3://", StringComparison.Ordinal)
            ? MediaTypes.OfName(address) ?? MediaTypes.OfName(name) ?? ""
            : throw new TranslationException(
                $"{place} is neither a data URL nor an s3:// address; Bedrock fetches nothing from elsewhere. Send it as data:<media type>;base64,<data>.");
    }

    private static ConverseBlock Block(string kind, string format, JsonElement url, string? name) => new(kind, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format"u8, format);
        if (name is not null)
        {
            writer.WriteString("name"u8, name);
        }

        writer.WriteStartObject("source"u8);
        if (DataUrl.Read(url) is { } data)
        {
            writer.WriteString("bytes"u8, data.Base64);
        }
        else
        {
            writer.WriteStartObject("s3Location"u8);
            writer.WriteString("uri"u8, url.Text());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    // Letters, digits, hyphens, parentheses, brackets and single spaces.
    private string NameOf(string? filename)
    {
        var name = new StringBuilder();
        foreach (var letter in (filename ?? "").Take(LongestName - 10))
        {
            var allowed = char.IsAsciiLetterOrDigit(letter) || letter is '-' or '(' or ')' or '[' or ']' ? letter : ' ';
            if (allowed != ' ' || (name.Length > 0 && name[^1] != ' '))
            {
                _ = name.Append(allowed);
            }
        }

        var wanted = name.ToString().TrimEnd() is { Length: > 0 } text ? text : "document";
        var unique = wanted;
        for (var number = 2; !_names.Add(unique); number++)
        {
            unique = $"{wanted} {number}";
        }

        return unique;
    }

    private static TranslationException Unsupported(string place, string type, FrozenDictionary<string, string> formats) =>
        new($"{place} is {(type.Length == 0 ? "of an unknown type" : type)}; the bedrock dialect takes {List(formats.Values.Distinct())}.");

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static FrozenDictionary<string, string> Formats(params string[] rows) =>
        rows.Select(row => row.Split(' ')).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
