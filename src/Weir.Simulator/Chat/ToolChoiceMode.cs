namespace Weir.Simulator.Chat;

/// <summary>Whether tools are to be called.</summary>
internal enum ToolChoiceMode
{
    Auto,
    None,
    Required,
    Named,
}
