import { AudioLines, FileText, Image, type LucideIcon, Shapes, Type, Video } from 'lucide-react';

const ICONS: Record<string, LucideIcon> = { text: Type, image: Image, audio: AudioLines, speech: AudioLines, transcription: AudioLines, video: Video, file: FileText };

/** What goes in, or comes out, as marks with their names. */
export function Modalities({ names, label }: { names: readonly string[]; label: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-muted" title={`${label}: ${names.join(', ')}`}>
      <span className="sr-only">{`${label}: ${names.join(', ')}`}</span>
      {names.map((name) => {
        const Icon = ICONS[name] ?? Shapes;
        return <Icon key={name} size={13} aria-hidden />;
      })}
    </span>
  );
}
