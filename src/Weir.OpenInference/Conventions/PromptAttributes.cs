namespace Weir.OpenInference;

/// <summary>Attribute names of one legacy completion prompt.</summary>
public static class PromptAttributes
{
    /// <summary>Text of the prompt.</summary>
    public const string Text = "prompt.text";
}
