import type { CampaignViewsDoor, StaffVisitDoor } from '@/api'

/** "铃音巷1号 1号楼 1单元 101"; the room only if it is given. */
export function doorWords(door: CampaignViewsDoor | StaffVisitDoor | undefined): string {
  return [door?.address, door?.building, door?.unit, door?.room].filter(Boolean).join(' ')
}

/** Large: what tells this door from the one beside it. Small: the street. */
export function doorHead(door: CampaignViewsDoor | StaffVisitDoor | undefined): string {
  return [door?.building, door?.unit, door?.room].filter(Boolean).join(' ') || (door?.address ?? '')
}
