namespace Weir.Simulator;

/// <summary>What a simulated model is for.</summary>
public enum SimulatorModelKind
{
    Chat,
    Embedding,
    Rerank,
    Image,
    Speech,
    Transcription,
    Fault,
}
