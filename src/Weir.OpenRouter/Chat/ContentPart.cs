using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A piece of a message that is more than text.</summary>
public sealed record ContentPart : WireRecord
{
    /// <summary><c>text</c>, <c>image_url</c>, <c>input_audio</c>, <c>video_url</c> or <c>file</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The text of a <c>text</c> part; null for other kinds.</summary>
    public string? Text { get; init; }
    /// <summary>The image of an <c>image_url</c> part: <c>{"url":"…"}</c>, an address or a data URL, with <c>detail</c> if you like.</summary>
    public JsonElement? ImageUrl { get; init; }
    /// <summary>The sound of an <c>input_audio</c> part: <c>{"data":"…","format":"wav"}</c>, base64 without a prefix.</summary>
    public JsonElement? InputAudio { get; init; }
    /// <summary>The video of a <c>video_url</c> part: <c>{"url":"…"}</c>, an address or a data URL.</summary>
    public JsonElement? VideoUrl { get; init; }
    /// <summary>The document of a <c>file</c> part: <c>{"filename":"…","file_data":"…"}</c>, an address or a data URL.</summary>
    public JsonElement? File { get; init; }

    /// <summary>A text among other parts.</summary>
    public static ContentPart FromText(string text) => new() { Type = "text", Text = text };

    /// <summary>An image, by its address or as a data URL.</summary>
    public static ContentPart FromImage(string url) => new() { Type = "image_url", ImageUrl = Object(("url", url)) };

    /// <summary>Sound as base64.</summary>
    /// <param name="data">Base64 without a prefix.</param>
    /// <param name="format">Such as <c>wav</c> or <c>mp3</c>.</param>
    public static ContentPart FromAudio(string data, string format) => new() { Type = "input_audio", InputAudio = Object(("data", data), ("format", format)) };

    /// <summary>A document, by its address or as a data URL.</summary>
    public static ContentPart FromFile(string name, string data) => new() { Type = "file", File = Object(("filename", name), ("file_data", data)) };

    private static JsonElement Object(params (string Name, string Value)[] members) =>
        JsonSerializer.SerializeToElement(members.ToDictionary(static member => member.Name, static member => member.Value), ChatJson.Default.DictionaryStringString);
}
