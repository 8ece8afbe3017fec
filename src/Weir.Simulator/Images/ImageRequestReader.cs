using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Images;

/// <summary>Reads an image request from JSON, or from the form that edits come in.</summary>
internal static partial class ImageRequestReader
{
    private const int MostImages = 10;
    private const int LeastSide = 16;
    private const int MostSide = 4096;
    private const int LongestPrompt = 32_000;
    private const int UsualSide = 1024;

    /// <exception cref="RefusalException">The request is wrong, or asks for a format that is not drawn.</exception>
    public static ImageRequest Read(JsonElement body, bool isEdit)
    {
        var images = body.Field("images") is { ValueKind: JsonValueKind.Array } list ? list : default;
        var inputCount = images.ValueKind == JsonValueKind.Array ? images.GetArrayLength() : 0;
        var inputSeed = inputCount > 0 ? StableHash.Of(images.GetRawText()) : 0;
        return Read(new FieldReader(body), isEdit, inputCount, inputSeed);
    }

    /// <exception cref="RefusalException">The form is wrong, or asks for a format that is not drawn.</exception>
    public static async Task<ImageRequest> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        var seed = 0UL;
        var count = 0;
        foreach (var file in form.Files.Where(file => file.Name is "image" or "image[]"))
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, ct);
            seed ^= StableHash.Of(copy.GetBuffer().AsSpan(0, (int)copy.Length));
            count++;
        }

        // Every field of a form is text: numbers become JSON numbers, so that one reader serves both.
        using var fields = JsonDocument.Parse(JsonOutput.Build(json => WriteFields(json, form)));
        return Read(new FieldReader(fields.RootElement), isEdit: true, count, seed);
    }

    private static void WriteFields(Utf8JsonWriter json, IFormCollection form)
    {
        json.WriteStartObject();
        foreach (var (name, values) in form)
        {
            json.WritePropertyName(name);
            if (long.TryParse(values.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && name is "n" or "seed" or "partial_images")
            {
                json.WriteNumberValue(number);
            }
            else if (name == "stream")
            {
                json.WriteBooleanValue(values.ToString() == "true");
            }
            else
            {
                json.WriteStringValue(values.ToString());
            }
        }

        json.WriteEndObject();
    }

    private static ImageRequest Read(FieldReader fields, bool isEdit, int inputCount, ulong inputSeed)
    {
        if (isEdit && inputCount == 0)
        {
            throw JsonFields.Missing("image");
        }

        fields.Expect("output_format", "png", "the simulator draws PNG only");
        fields.Expect("response_format", "b64_json", "the simulator keeps no files to link to");
        var (width, height) = fields.Size();
        return new ImageRequest
        {
            Model = fields.Body.RequiredString("model", "model"),
            Prompt = fields.Prompt(),
            Count = fields.Body.OptionalInteger("n", 1, MostImages) ?? 1,
            Width = width,
            Height = height,
            Quality = fields.Body.OptionalString("quality", "quality") is { } quality and not "auto" ? quality : "medium",
            Background = fields.Body.OptionalString("background", "background") is { } background and not "auto" ? background : "opaque",
            Seed = fields.Body.OptionalInteger("seed", int.MinValue, int.MaxValue) ?? 0,
            Stream = fields.Body.OptionalBool("stream", otherwise: false),
            PartialCount = fields.Body.OptionalInteger("partial_images", 0, 3) ?? 0,
            InputCount = inputCount,
            InputSeed = inputSeed,
        };
    }

    [GeneratedRegex(@"^(?<width>\d{1,5})x(?<height>\d{1,5})$", RegexOptions.None, 1000)]
    private static partial Regex SizePattern();

    private readonly record struct FieldReader(JsonElement Body)
    {
        public void Expect(string name, string only, string reason)
        {
            if (Body.OptionalString(name, name) is { } other && other != only)
            {
                throw JsonFields.Refuse($"Invalid value: '{other}'. Supported value is '{only}': {reason}.", name, "invalid_value");
            }
        }

        public string Prompt()
        {
            var prompt = Body.RequiredString("prompt", "prompt");
            return prompt.Length is > 0 and <= LongestPrompt
                ? prompt
                : throw JsonFields.Refuse($"Invalid 'prompt': expected 1 to {LongestPrompt} characters, but got {prompt.Length}.", "prompt", "invalid_value");
        }

        public (int Width, int Height) Size()
        {
            if (Body.OptionalString("size", "size") is not { } size || size == "auto")
            {
                return (UsualSide, UsualSide);
            }

            if (SizePattern().Match(size) is { Success: true } sides
                && int.Parse(sides.Groups["width"].Value, CultureInfo.InvariantCulture) is >= LeastSide and <= MostSide and var width
                && int.Parse(sides.Groups["height"].Value, CultureInfo.InvariantCulture) is >= LeastSide and <= MostSide and var height)
            {
                return (width, height);
            }

            throw JsonFields.Refuse($"Invalid value: '{size}'. Supported values are 'auto' and WIDTHxHEIGHT with sides from {LeastSide} to {MostSide}.", "size", "invalid_value");
        }
    }
}
