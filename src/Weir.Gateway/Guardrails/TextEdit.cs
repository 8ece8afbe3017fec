namespace Weir.Gateway.Guardrails;

/// <summary>What is put in place of a part of a text.</summary>
internal readonly record struct TextEdit(int Start, int Length, string Placeholder)
{
    public int End => Start + Length;
}
