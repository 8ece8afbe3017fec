namespace Weir.OpenInference;

/// <summary>Values of <see cref="MessageContentAttributes.Type"/>.</summary>
public static class MessageContentTypes
{
    /// <summary>Text.</summary>
    public const string Text = "text";

    /// <summary>Image.</summary>
    public const string Image = "image";

    /// <summary>Audio.</summary>
    public const string Audio = "audio";

    /// <summary>Video.</summary>
    public const string Video = "video";

    /// <summary>Reasoning that the model showed.</summary>
    public const string Reasoning = "reasoning";

    /// <summary>A tool call kept in order between other parts.</summary>
    public const string ToolUse = "tool_use";
}
