namespace Weir.OpenInference;

/// <summary>Attribute names of one legacy completion choice.</summary>
public static class ChoiceAttributes
{
    /// <summary>Text of the choice.</summary>
    public const string CompletionText = "completion.text";
}
